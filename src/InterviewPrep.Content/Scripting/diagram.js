// nomnoml measures text through a canvas when it is given a document. This one knows the widths of our text font.
var measureText = function (text, size, bold) {
  var widths = bold ? textWidths.bold : textWidths.normal, sum = 0;
  for (var character of text) sum += widths[character] || (character > "\u2e80" ? 1000 : 650);
  return sum * size / 1000;
};

var measuringDocument = {
  createElement: function () {
    var context = {
      font: "",
      measureText: function (text) {
        return { width: measureText(text, parseFloat((/([\d.]+)pt/.exec(context.font) || [0, "16"])[1]), /\bbold\b/.test(context.font)) };
      }
    };
    return { getContext: function () { return context; } };
  }
};

// The layout leaves no room for the texts of arrows: between boxes side by side a longer one would run into the next box.
// The distance grows with the longest, and since the heads of arrows grow with the distance, they are scaled back.
function roomForLabels(parsed) {
  if (parsed.config.direction !== "LR" || parsed.directives.some(function (directive) { return directive.key === "spacing"; })) return "";
  var longest = 0;
  (function visit(part) {
    part.assocs.forEach(function (edge) {
      [edge.startLabel, edge.endLabel].forEach(function (label) { longest = Math.max(longest, measureText(label.text, 16, false)); });
    });
    part.nodes.forEach(function (node) { node.parts.forEach(visit); });
  })(parsed.root);
  var spacing = Math.ceil(longest + 2 * parsed.config.padding + 16);
  return longest > 0 && spacing > 40 ? "#spacing: " + spacing + "\n#arrowSize: " + parsed.config.arrowSize * 40 / spacing + "\n" : "";
}

// Answers [svg] or [null, message, line, column]. Errors that are not about the source are left to the caller.
function renderDiagram(source) {
  var nomnoml = require("nomnoml");
  try {
    return [nomnoml.renderSvg(source + roomForLabels(nomnoml.parse(source)), measuringDocument)];
  } catch (error) {
    if (!(error instanceof nomnoml.ParseError)) throw error;
    return [null, "Expected " + error.expected + " but found " + error.actual, String(error.line), String(error.column)];
  }
}
