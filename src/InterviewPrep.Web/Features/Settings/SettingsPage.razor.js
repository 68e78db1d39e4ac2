// Offers the time zone that this browser has, where another one is chosen.
const select = document.getElementById("form-timezone");
const button = document.querySelector("[data-browser-zone]");
const same = (a, b) => a === b || [a, b].every(zone => /^(Etc\/)?UTC$/.test(zone));
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function offer() {
  button.hidden = same(select.value, zone) || ![...select.options].some(option => option.value === zone);
}

if (zone) {
  button.textContent = `Use ${zone.replaceAll("_", " ")}, as this browser has it`;
  button.addEventListener("click", () => {
    select.value = zone;
    offer();
    select.focus();
  });
  select.addEventListener("change", offer);
  offer();
}
