// Evaluated in an open page: an expression whose value is a list of what a reader would complain about. The scan for
// accessibility reads no text inside pictures, so their text is looked at here.
(() => {
  const leastPixels = 9;
  const leastContrast = 4.5;
  // A picture on its own has its own size.
  const { scrollWidth, clientWidth, localName } = document.documentElement;
  const isWide = localName === 'html' && scrollWidth > clientWidth;
  const wide = isWide ? [`the page is ${scrollWidth} wide in a window of ${clientWidth}`] : [];

  /** The relative luminance of WCAG 2. */
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };

  const holds = ({ left, right, top, bottom }, { x, y }) =>
    left <= x && x <= right && top <= y && y <= bottom;

  /** What a text is read against: its halo, else the last shape before it that lies under its middle. */
  const groundOf = (shapes, { text, box, style }) => {
    if (style.paintOrder.startsWith('stroke')) return style.stroke;
    const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
    const under = shapes.filter(
      ({ shape, frame, fill }) =>
        fill.startsWith('rgb(') &&
        holds(frame, middle) &&
        shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING &&
        shape.isPointInFill(middle.matrixTransform(shape.getScreenCTM().inverse())),
    );
    return under.at(-1)?.fill ?? null;
  };

  const inside = (box, frame) =>
    box.left >= frame.left - 1 &&
    box.right <= frame.right + 1 &&
    box.top >= frame.top - 1 &&
    box.bottom <= frame.bottom + 1;
  const overlap = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;

  const complaintsOf = (svg) => {
    const texts = [...svg.querySelectorAll('text')].map((text) => ({
      text,
      box: text.getBoundingClientRect(),
      style: getComputedStyle(text),
      words: `"${text.textContent}"`,
    }));
    const shapes = [...svg.querySelectorAll('rect, path, circle, ellipse, polygon')].map((shape) => ({
      shape,
      frame: shape.getBoundingClientRect(),
      fill: getComputedStyle(shape).fill,
    }));
    const frame = svg.getBoundingClientRect();
    const alone = texts.flatMap((one) => {
      const { text, box, style, words } = one;
      const { a, b } = text.getScreenCTM();
      const pixels = Number.parseFloat(style.fontSize) * Math.hypot(a, b);
      const ground = groundOf(shapes, one);
      const ratio = ground === null ? leastContrast : contrast(style.fill, ground);
      return [
        ...(inside(box, frame) ? [] : [`${words} is cut off by its picture`]),
        ...(pixels < leastPixels ? [`${words} is ${pixels.toFixed(1)} pixels high`] : []),
        ...(ratio < leastContrast ? [`${words} has a contrast of ${ratio.toFixed(2)}`] : []),
      ];
    });
    const pairs = texts.flatMap((one, nth) =>
      texts
        .slice(nth + 1)
        .filter((other) => overlap(one.box, other.box))
        .map((other) => `${one.words} and ${other.words} overlap`),
    );
    return [...alone, ...pairs];
  };

  return [...wide, ...[...document.querySelectorAll('svg')].flatMap(complaintsOf)];
})();
