// Cuts the fonts that npm restores down to the characters lessons use, so that a page with formulas stays within its budget.
// Run by the build (FontAssets.targets):  node fonts/build-fonts.mjs <output folder>
import { createRequire } from "node:module";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fonts } from "./characters.mjs";

const require = createRequire(import.meta.url);
const subsetFont = require("subset-font");

const output = process.argv[2];
if (!output) throw new Error("Usage: node build-fonts.mjs <output folder>");
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
for (const { file, source, characters, options } of fonts) {
  const whole = await readFile(require.resolve(source));
  const subset = await subsetFont(whole, characters, { targetFormat: "woff2", noHinting: true, ...options });
  await writeFile(join(output, file), subset);
  console.log(`${file}: ${(whole.length / 1024).toFixed(1)} KB -> ${(subset.length / 1024).toFixed(1)} KB`);
}
