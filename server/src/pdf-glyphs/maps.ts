/**
 * A character map of Chinese fonts by its name (Adobe-GB1 and its encodings), as PDF.js packs it: beside the bundle, else in the package.
 * Undefined where there is none. For Node, whose modules are loaded here because a browser loads this file too.
 */
export async function readMap(name: string): Promise<Uint8Array | undefined> {
  if (!/^[\w-]+$/u.test(name)) {
    return undefined;
  }
  const { readFile } = await import('node:fs/promises');
  for (const folder of [new URL('cmaps/', import.meta.url), new URL('cmaps/', await packageOf('pdfjs-dist'))]) {
    try {
      return new Uint8Array(await readFile(new URL(`${name}.bcmap`, folder)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw error;
      }
    }
  }
  return undefined;
}

/** The folder of a package; where it is not installed, the one of this file. */
async function packageOf(name: string): Promise<string> {
  const [{ createRequire }, { pathToFileURL }] = await Promise.all([import('node:module'), import('node:url')]);
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve(`${name}/package.json`)).href;
  } catch {
    return import.meta.url;
  }
}
