// Measures the picture in the page: a list of what is wrong with it, in words.
() => {
  const svg = document.querySelector("svg.vsm");
  if (!svg) return ["there is no picture"];
  const faults = [];
  const tolerance = 0.6;
  const boxOf = (element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left, top: box.top, right: box.right, bottom: box.bottom, element };
  };
  const quote = (element) => JSON.stringify(element.textContent.slice(0, 40));
  const sheet = boxOf(svg);
  const texts = [...svg.querySelectorAll("text")].map(boxOf);
  for (const text of texts) {
    // What is read is the em box less the empty space that fonts keep above and below it.
    const slack = (text.bottom - text.top) * 0.12;
    text.top += slack;
    text.bottom -= slack;
    if (text.element.textContent.trim() === "") faults.push("an empty text");
    if (text.left < sheet.left - tolerance || text.right > sheet.right + tolerance ||
        text.top < sheet.top - tolerance || text.bottom > sheet.bottom + tolerance) {
      faults.push(`${quote(text.element)} is cut off by the edge of the sheet`);
    }
  }
  texts.sort((a, b) => a.top - b.top);
  for (let i = 0; i < texts.length; i++) {
    for (let j = i + 1; j < texts.length && texts[j].top < texts[i].bottom - tolerance; j++) {
      const [a, b] = [texts[i], texts[j]];
      if (a.left < b.right - tolerance && b.left < a.right - tolerance) {
        faults.push(`${quote(a.element)} overlaps ${quote(b.element)}`);
      }
    }
  }
  const rectangles = [...svg.querySelectorAll("rect")].map(boxOf).filter((box) => box.right - box.left > 12);
  for (const text of texts) {
    const [x, y] = [(text.left + text.right) / 2, (text.top + text.bottom) / 2];
    for (const box of rectangles) {
      const around = box.left < x && x < box.right && box.top < y && y < box.bottom;
      if (around && (text.left < box.left - tolerance || text.right > box.right + tolerance ||
          text.top < box.top - 2 || text.bottom > box.bottom + 2)) {
        faults.push(`${quote(text.element)} does not fit into its box`);
        break;
      }
    }
  }
  const rows = new Map();
  for (const text of texts) {
    for (let row = Math.floor(text.top / 32); row <= Math.floor(text.bottom / 32); row++) {
      if (!rows.has(row)) rows.set(row, []);
      rows.get(row).push(text);
    }
  }
  const scale = svg.getScreenCTM();
  for (const path of svg.querySelectorAll("path")) {
    const length = path.getTotalLength();
    const crossed = new Set();
    for (let at = 0; at <= length; at += 2) {
      const point = path.getPointAtLength(at).matrixTransform(scale);
      for (const text of rows.get(Math.floor(point.y / 32)) ?? []) {
        if (point.x > text.left + 1 && point.x < text.right - 1 && point.y > text.top + 1 && point.y < text.bottom - 1) {
          crossed.add(text.element);
        }
      }
    }
    for (const element of crossed) faults.push(`a line crosses ${quote(element)}`);
  }
  return faults;
}
