/**
 * Filters and searches the findings. The page is whole without it; the filter is hidden until it runs. It reads what the
 * page says and writes nothing of it back, so that no text of a report can become code.
 */
export const SCRIPT = `
(() => {
  const filter = document.getElementById("filter");
  if (!filter) return;
  const search = document.getElementById("search");
  const count = document.getElementById("count");
  const items = Array.from(document.querySelectorAll("article"), (item) => ({
    item,
    weight: item.dataset.weight,
    text: item.textContent.toLowerCase(),
  }));
  const apply = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const weights = new Set(Array.from(filter.querySelectorAll("input:checked"), (box) => box.value));
    let shown = 0;
    for (const { item, weight, text } of items) {
      const fits = weights.has(weight) && words.every((word) => text.includes(word));
      item.hidden = !fits;
      if (fits) shown++;
    }
    count.textContent = shown + " of " + items.length + " findings";
  };
  filter.addEventListener("input", apply);
  filter.hidden = false;
  apply();
})();
`.trim();
