// Whether the page is dark: by choice, or as the system has it.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

export function isDark() {
  return root.dataset.theme === "dark" || (root.dataset.theme !== "light" && system.matches);
}

export function watch(surface) {
  const tell = () => surface.invokeMethodAsync("Follow", isDark());
  const choices = new MutationObserver(tell);
  choices.observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  system.addEventListener("change", tell);
  return {
    stop() {
      choices.disconnect();
      system.removeEventListener("change", tell);
    },
  };
}
