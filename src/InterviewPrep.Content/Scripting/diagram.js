// nomnoml measures text through a canvas when it is given a document. This one knows the widths of our text font.
var diagramDocument = (function () {
  "use strict";
  var context = {
    font: "",
    measureText: function (text) {
      var widths = textWidths[/\bbold\b/.test(context.font) ? "bold" : "normal"];
      var size = parseFloat((/([\d.]+)pt/.exec(context.font) || [0, "16"])[1]);
      var sum = 0;
      for (var character of text) sum += widths[character] || (character > "\u2e80" ? 1000 : 650);
      return { width: sum * size / 1000 };
    }
  };
  return { createElement: function () { return { getContext: function () { return context; } }; } };
})();

// Answers [svg] or [null, message, line, column]. Errors that are not about the source are left to the caller.
function renderDiagram(source) {
  var nomnoml = require("nomnoml");
  try {
    return [nomnoml.renderSvg(source, diagramDocument)];
  } catch (error) {
    if (!(error instanceof nomnoml.ParseError)) throw error;
    return [null, "Expected " + error.expected + " but found " + error.actual, String(error.line), String(error.column)];
  }
}
