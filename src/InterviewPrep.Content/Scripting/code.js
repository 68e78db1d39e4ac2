var highlighter = require("highlight/core");

function highlightCode(code, language) {
  if (!highlighter.getLanguage(language)) highlighter.registerLanguage(language, require("highlight/" + language));
  return [highlighter.highlight(code, { language: language, ignoreIllegals: true }).value];
}
