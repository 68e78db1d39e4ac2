// Asks the server for options, the authenticator for a credential, and sends the credential with the form.
const refusal = {
  NotAllowedError: "Nothing came of it: it was cancelled, or it took too long.",
  InvalidStateError: "This device has a passkey for this account already.",
  SecurityError: "Passkeys do not work at this address. They need https, or localhost."
};

async function credential(form) {
  const token = form.elements.__RequestVerificationToken.value;
  const response = await fetch(form.dataset.options, { method: "POST", headers: { RequestVerificationToken: token } });
  if (!response.ok) throw new Error(response.status === 429 ? "There were too many tries. Wait some minutes." : "This page is too old. Load it again.");
  const options = await response.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function send(form) {
  const problem = form.querySelector("[role=alert]");
  const button = form.querySelector("button");
  problem.hidden = true;
  button.disabled = true;
  try {
    form.elements[form.dataset.field].value = JSON.stringify(await credential(form));
    form.submit();
  } catch (error) {
    problem.textContent = refusal[error.name] ?? error.message;
    problem.hidden = false;
    button.disabled = false;
  }
}

if (window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      send(form);
    });
  }
  for (const note of document.querySelectorAll("[data-without-passkeys]")) note.hidden = true;
}
