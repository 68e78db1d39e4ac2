// Which characters each font keeps. Those that a font has not, it leaves to the next in the list of families; css/fonts.css
// says by block which file is asked for which characters.

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));

const without = (all, some) => [...all].filter((character) => !some.includes(character)).join("");

const ascii = range(0x20, 0x7e);
const latin1 = range(0xa0, 0xff);
// What stands in nearly every lesson. fonts.css has the same characters as its unicode-range.
const common = ascii + "\u00a0§±²³·×–—‘’“”…›−";
// Punctuation, and the few letters beyond Latin-1 that names and loan words need.
const prose = ascii + latin1 + "ıŒœ–—‘’‚“”„•…′″‹›⁄€™−∕\u0304\u0308\u2009\u200a";
const greek = range(0x391, 0x3a1) + range(0x3a3, 0x3a9) + range(0x3b1, 0x3c9);
// Signs that the text font lacks (in the files that npm has): taken from the math font, without its tables.
const symbols = "←↑→↓↔⇐⇒⇔↦∀∂∃∅∆∇∈∉∏∑∓∗∘√∝∞∠∥∧∨∩∪∫∼≃≅≈≠≡≤≥≪≫⊂⊆⊕⊗⊙⊤⊥⋅⋯⌈⌉⌊⌋⟨⟩ℓℕℝℤ𝔼";

// Mathematical alphabets. Some letters were encoded before them, among the letter-like symbols.
const letterlike = "ℂℍℕℙℚℝℤℬℰℱℋℐℒℳℛℯℊℴℓℏℑℜℵℎℭℌℨ";
const math = {
  basic: ascii + "\u00a0¬°±¶·×÷§" + greek + "ϑϕϖϱϵϝ∂∇",
  bold: range(0x1d400, 0x1d433) + range(0x1d7ce, 0x1d7d7) + range(0x1d6a8, 0x1d6e1),
  italic: range(0x1d434, 0x1d467) + "ıȷ𝚤𝚥" + range(0x1d6e2, 0x1d71b),
  script: range(0x1d49c, 0x1d4b5), // with gaps, filled by the letter-like ones
  doubleStruck: range(0x1d538, 0x1d551) + "𝟙𝟘𝕜",
  letterlike,
  accents: "\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u030a\u030c\u0331\u0332\u0338\u20d7\u20db\u20dcˆ˚",
  punctuation: "‖…′″‴⁗†‡•—\u2009\u200a",
  arrows: "←↑→↓↔↕↖↗↘↙↚↛↞↠↣↤↦↩↪↼⇀⇁⇌⇄⇆⇐⇑⇒⇓⇔⇕⇏⟵⟶⟷⟸⟹⟺⟼",
  operators: range(0x2200, 0x222f) + range(0x2234, 0x2237) + "∼∽∾≀≁≂≃≄≅≇≈≉≊≍≎≏≐≑≔≕≙≜≝≟≠≡≢≤≥≦≧≨≩≪≫≮≯≰≱≲≳≺≻≼≽⊀⊁⊂⊃⊄⊅⊆⊇⊈⊉⊊⊋⊎⊏⊐⊑⊒⊓⊔⊕⊖⊗⊘⊙⊢⊣⊤⊥⊨⊩⊬⊭⊲⊳⊻⋀⋁⋂⋃⋄⋅⋆⋈⋮⋯⋰⋱⨁⨂⨀⨄⨆⩽⩾⪅⪆⪯⪰⫫∗□△▽◁▷○◯■∎✓★",
  delimiters: "⌈⌉⌊⌋⟦⟧⟨⟩⟮⟯⎰⎱⏜⏝⏞⏟⎴⎵",
};

const sourceSans = "@fontsource-variable/source-sans-3/files/source-sans-3-";
const weights = { variationAxes: { wght: { min: 400, max: 700 } } };
// Where bold is rare a single weight saves half of the file.
const regular = { variationAxes: { wght: 400 } };
// Kerning and the marks are kept; small capitals, old-style figures and the like nobody switches on.
const textFeatures = { keepFeatures: ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "sups", "subs"] };

// budget: KB. A page may weigh 150 KB in all. inline: within the style sheet, so that no page is painted without it.
export const fonts = [
  { file: "text.woff2", budget: 15, inline: true, source: sourceSans + "latin-wght-normal.woff2", characters: common, options: { ...weights, ...textFeatures } },
  { file: "text-rare.woff2", budget: 12, source: sourceSans + "latin-wght-normal.woff2", characters: without(prose, common), options: { ...regular, ...textFeatures } },
  { file: "text-italic.woff2", budget: 13, source: sourceSans + "latin-wght-italic.woff2", characters: prose, options: { ...regular, ...textFeatures } },
  { file: "text-greek.woff2", budget: 7, source: sourceSans + "greek-wght-normal.woff2", characters: greek, options: { ...regular, ...textFeatures } },
  { file: "mono.woff2", budget: 9, source: "@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2", characters: prose, options: { ...regular, keepFeatures: ["mark", "mkmk", "ccmp"] } },
  { file: "symbols.woff2", budget: 6, source: "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2", characters: symbols, options: { keepFeatures: [], dropTables: ["MATH", "GPOS", "GSUB", "GDEF"] } },
  { file: "math.woff2", budget: 50, source: "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2", characters: Object.values(math).join(""), options: { dropTables: ["GPOS"] } },
];
