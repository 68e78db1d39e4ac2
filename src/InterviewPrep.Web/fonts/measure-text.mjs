// Writes the advance widths of the text font for the diagram renderer, which lays out boxes around text without a browser.
// Not part of the build: run it when the text font changes, and commit the result.
//   node fonts/measure-text.mjs > ../InterviewPrep.Content/Scripting/text-widths.js
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { fonts } from "./characters.mjs";

const require = createRequire(import.meta.url);
const subsetFont = require("subset-font");

// The tables of an sfnt file by their tags.
function tables(font) {
  const found = {};
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + 16 * index;
    found[font.toString("latin1", entry, entry + 4)] = font.subarray(font.readUInt32BE(entry + 8));
  }
  return found;
}

// Code point -> glyph, from the Unicode subtable in format 4 (all our characters are in the first plane).
function glyphs(cmap) {
  const map = new Map();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    if (table.readUInt16BE(0) !== 4) continue;
    const segments = table.readUInt16BE(6) / 2;
    for (let segment = 0; segment < segments; segment++) {
      const end = table.readUInt16BE(14 + 2 * segment);
      const start = table.readUInt16BE(16 + 2 * (segments + segment));
      const delta = table.readUInt16BE(16 + 2 * (2 * segments + segment));
      const offsetAt = 16 + 2 * (3 * segments + segment);
      const offset = table.readUInt16BE(offsetAt);
      for (let code = start; code <= end && code !== 0xffff; code++) {
        const glyph = offset === 0 ? code + delta : table.readUInt16BE(offsetAt + offset + 2 * (code - start)) + delta;
        map.set(code, glyph & 0xffff);
      }
    }
  }
  return map;
}

async function widths(weight) {
  const result = {};
  for (const name of ["text.woff2", "text-rare.woff2", "text-greek.woff2"]) {
    const { source, characters } = fonts.find((font) => font.file === name);
    const font = await subsetFont(await readFile(require.resolve(source)), characters, { targetFormat: "sfnt", variationAxes: { wght: weight } });
    const { cmap, hhea, hmtx } = tables(font);
    const last = hhea.readUInt16BE(34) - 1;
    for (const [code, glyph] of glyphs(cmap)) result[String.fromCodePoint(code)] = hmtx.readUInt16BE(4 * Math.min(glyph, last));
  }
  return JSON.stringify(result);
}

console.log(`// Advance widths of Source Sans 3 in thousandths of the font size. Written by src/InterviewPrep.Web/fonts/measure-text.mjs.
var textWidths = {
  normal: ${await widths(400)},
  bold: ${await widths(700)}
};`);
