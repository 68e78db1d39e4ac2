// Cuts the fonts that npm restores down to the characters lessons use, so that a page with formulas stays within its budget.
// Run by the build (FontAssets.targets):  node fonts/build-fonts.mjs <wwwroot/fonts> <styles/fonts.css>
//
// Also writes the style sheet of the fonts with the fingerprinted address of each font. With the plain address a browser would ask at every
// page whether the font is still the same, and a preload of the fingerprinted one would fetch it twice.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fonts } from "./characters.mjs";

const require = createRequire(import.meta.url);
const subsetFont = require("subset-font");

// The fingerprint that the static web assets of the SDK give a file: the first nine bytes of its SHA-256, read as a signed
// number from its low end, in base 36. FontAssets.targets compares the two, so that a change of the SDK fails the build.
function fingerprint(file) {
  const bytes = createHash("sha256").update(file).digest().subarray(0, 9).reverse();
  let number = BigInt.asIntN(72, BigInt("0x" + bytes.toString("hex")));
  if (number < 0n) number = -number;
  let text = "";
  for (let digit = 0; digit < 10; digit++, number /= 36n) text += (number % 36n).toString(36);
  return text;
}

const [folder, sheet] = process.argv.slice(2);
if (!sheet) throw new Error("Usage: node build-fonts.mjs <wwwroot/fonts> <styles/fonts.css>");
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
let css = await readFile(new URL("fonts.css", import.meta.url), "utf8");
for (const { file, inline, source, characters, options, budget } of fonts) {
  const whole = await readFile(require.resolve(source));
  const subset = await subsetFont(whole, characters, { targetFormat: "woff2", noHinting: true, ...options });
  if (subset.length > budget * 1024) throw new Error(`${file} has ${(subset.length / 1024).toFixed(1)} KB; its budget is ${budget} KB.`);
  if (!inline) await writeFile(join(folder, file), subset);
  const address = inline ? `data:font/woff2;base64,${subset.toString("base64")}` : `../fonts/${file.replace(".woff2", `.${fingerprint(subset)}.woff2`)}`;
  css = css.replaceAll(`"../fonts/${file}"`, `"${address}"`);
  console.log(`${file}: ${(whole.length / 1024).toFixed(1)} KB -> ${(subset.length / 1024).toFixed(1)} KB`);
}
if (/"\.\.\/fonts\/[a-z-]+\.woff2"/.test(css)) throw new Error("fonts.css names a font that is not built.");
await writeFile(sheet, css);
