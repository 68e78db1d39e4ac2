// Answers [markup] or [null, message, zero-based position or ""]. Errors that are not about the TeX are left to the caller,
// which throws the engine away.
function renderMath(tex, display) {
  try {
    return [temml.renderToString(tex, {
      displayMode: display,
      annotate: true,
      throwOnError: true,
      trust: false,
      strict: false,
      maxExpand: 1000,
      maxSize: [40, 600]
    })];
  } catch (error) {
    if (!(error instanceof temml.ParseError)) throw error;
    // Temml appends an excerpt with the spot underlined by combining characters; we have the position instead.
    var message = error.message.trim().replace(/ at (position \d+|end of input):[^]*$/, "");
    return [null, message, typeof error.position === "number" ? String(error.position) : ""];
  }
}
