// The few lines of CommonJS that npm libraries expect. Each library arrives as define(name, body); a module runs when it is
// first required, so that a page in one programming language does not pay for the others. Nothing here reaches the host.
var define, require;
(function () {
  "use strict";
  var bodies = Object.create(null), loaded = Object.create(null);
  define = function (name, body) { bodies[name] = body; };
  require = function (name) {
    if (!(name in loaded)) {
      if (!(name in bodies)) throw new Error("There is no module " + name);
      var module = { exports: {} };
      loaded[name] = module;
      bodies[name].call(module.exports, module, module.exports, require);
    }
    return loaded[name].exports;
  };
})();
var console = { log: function () {}, warn: function () {}, error: function () {} };
