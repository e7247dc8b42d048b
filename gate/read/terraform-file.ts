/** Is it a file that Terraform reads a configuration from, by its name: `.tf`, or `.tf.json`? */
export function isTerraformFile(path: string): boolean {
  return /\.tf(?:\.json)?$/.test(path);
}
