// Bundles and minifies the style sheets that pages name, so that a page waits for one file before it is painted.
// Run by the build (StyleAssets.targets):  node styles/build-styles.mjs <wwwroot/css>
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const { build } = require("esbuild");

const folder = process.argv[2];
if (!folder) throw new Error("Usage: node build-styles.mjs <wwwroot/css>");
const { warnings } = await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  // The two that are all a page needs at first, then what some pages add.
  entryPoints: ["site.css", "reading.css", "math.css", "question.css", "progress.css", "screens.css", "account.css", "mud.css"],
  outdir: folder,
  bundle: true,
  external: ["../fonts/*", "/_content/*"],
  minifyWhitespace: true, // And no more: rules stay as they are written.
  logLevel: "info",
});
if (warnings.length > 0) process.exit(1);
