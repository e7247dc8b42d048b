/**
 * What is used of `@cdktn/hcl2json`. `paths` in tsconfig.json puts it before the types of the package, which bring in
 * those of a browser.
 */

/** The blocks of an HCL text as JSON. Rejects with all diagnostics in one message. */
export function parse(filename: string, contents: string): Promise<object>;
