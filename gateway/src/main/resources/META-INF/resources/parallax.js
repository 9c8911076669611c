// Fills the list under a search field while somebody types. Without it the field works as a field.
const list = document.getElementById("suggestions");
const LETTERS_MIN = 2;
const PAUSE_MILLIS = 150;
let timer = 0;
let asking = new AbortController();

const nameOf = (suggestion) => (suggestion.subject ?? suggestion.source).name;

async function suggest(text) {
  asking.abort();
  asking = new AbortController();
  const address = "/v1/suggestions?limit=6&q=" + encodeURIComponent(text);
  const answer = await fetch(address, { signal: asking.signal });
  if (!answer.ok) {
    return;
  }
  const names = new Set((await answer.json()).suggestions.map(nameOf));
  list.replaceChildren(
    ...[...names].map((name) => {
      const option = document.createElement("option");
      option.value = name;
      return option;
    }),
  );
}

for (const field of document.querySelectorAll('input[list="suggestions"]')) {
  field.addEventListener("input", () => {
    clearTimeout(timer);
    const text = field.value.trim();
    if (text.length >= LETTERS_MIN) {
      timer = setTimeout(() => suggest(text).catch(() => {}), PAUSE_MILLIS);
    }
  });
}
