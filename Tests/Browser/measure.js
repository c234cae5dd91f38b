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
  // Whether the segment from a to b runs through the box (Liang and Barsky, 1984).
  const crosses = (a, b, box) => {
    let [enter, leave] = [0, 1];
    for (const [start, along, low, high] of [
      [a.x, b.x - a.x, box.left + 1, box.right - 1],
      [a.y, b.y - a.y, box.top + 1, box.bottom - 1],
    ]) {
      if (along === 0) {
        if (start <= low || start >= high) return false;
        continue;
      }
      const [near, far] = [(low - start) / along, (high - start) / along].sort((x, y) => x - y);
      enter = Math.max(enter, near);
      leave = Math.min(leave, far);
    }
    return enter < leave;
  };
  // Paths are lines with rounded bends; a bend is taken as the line between its ends.
  const scale = svg.getScreenCTM();
  for (const path of svg.querySelectorAll("path")) {
    let last = null;
    const crossed = new Set();
    for (const [, , numbers] of path.getAttribute("d").matchAll(/([MLQ])([^MLQ]*)/g)) {
      const [x, y] = numbers.trim().split(/[ ,]+/).map(Number).slice(-2);
      const point = new DOMPoint(x, y).matrixTransform(scale);
      for (const text of last ? texts : []) if (crosses(last, point, text)) crossed.add(text.element);
      last = point;
    }
    for (const element of crossed) faults.push(`a line crosses ${quote(element)}`);
  }
  return faults;
}
