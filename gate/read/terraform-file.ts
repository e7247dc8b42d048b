/** Is it a file that Terraform reads a configuration from, by its name: `.tf`, or `.tf.json`? */
export function isTerraformFile(path: string): boolean {
  return /\.tf(?:\.json)?$/.test(path);
}

/**
 * Is it a file that OpenTofu alone reads, in place of the `.tf` file of the same name? Its language is not quite
 * Terraform's: nothing beside it may be judged as if it were not there.
 * https://opentofu.org/docs/language/files/
 */
export function isOpenTofuFile(name: string): boolean {
  return !name.startsWith(".") && /\.tofu(?:\.json)?$/.test(name);
}

/** Does Terraform read it in a folder? It takes no notice of what is hidden, nor of values of variables under another name. */
export function isOfModule(name: string): boolean {
  return (
    !name.startsWith(".") &&
    (isTerraformFile(name) || /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name))
  );
}
