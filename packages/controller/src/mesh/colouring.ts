/** Two vertices of a graph, by number. */
export type Edge = readonly [number, number];

/**
 * A colour for every edge, so that no vertex has two edges of one colour: at most one colour more than the busiest vertex has
 * edges, which nothing can be sure to beat (Misra and Gries, A constructive proof of Vizing's theorem, 1992). Edges are
 * different pairs of different vertices.
 */
export function colourEdges(vertices: number, edges: readonly Edge[]): readonly number[] {
  const degrees = Array<number>(vertices).fill(0);
  for (const vertex of edges.flat()) degrees[vertex] = (degrees[vertex] ?? 0) + 1;
  const colouring = new Colouring(vertices, Math.max(0, ...degrees) + 1);
  for (const [centre, first] of edges) colouring.add(centre, first);
  return edges.map(([a, b]) => colouring.colourOf(a, b));
}

const none = -1;

/** INVARIANT: between two calls of `add` no vertex has two edges of one colour. */
class Colouring {
  /** For each vertex and colour the vertex at the other end of that edge. */
  readonly #ends: readonly number[][];

  constructor(vertices: number, colours: number) {
    this.#ends = Array.from({ length: vertices }, () => Array<number>(colours).fill(none));
  }

  colourOf(a: number, b: number): number {
    return this.#row(a).indexOf(b);
  }

  /** Colours one more edge: turns a fan of its neighbours so far that a colour is free at both ends. */
  add(centre: number, first: number): void {
    const fan = this.#fan(centre, first);
    const here = this.#free(centre);
    const there = this.#free(fan.at(-1) ?? first);
    this.#swap(centre, there, here);
    const last = this.#lastThatTakes(centre, fan, there);
    this.#turn(centre, fan.slice(0, last + 1), there);
  }

  #row(vertex: number): number[] {
    return this.#ends[vertex] ?? [];
  }

  #isFree(vertex: number, colour: number): boolean {
    return this.#row(vertex)[colour] === none;
  }

  #free(vertex: number): number {
    return this.#row(vertex).indexOf(none);
  }

  #paint(a: number, b: number, colour: number): void {
    this.#row(a)[colour] = b;
    this.#row(b)[colour] = a;
  }

  #strip(a: number, b: number, colour: number): void {
    this.#row(a)[colour] = none;
    this.#row(b)[colour] = none;
  }

  /** Neighbours of the centre, each joined by a colour that is free at the one before it; as many as there are. */
  #fan(centre: number, first: number): readonly number[] {
    const fan = [first];
    for (;;) {
      const last = fan.at(-1) ?? first;
      const next = this.#row(centre).find(
        (end, colour) => end !== none && !fan.includes(end) && this.#isFree(last, colour),
      );
      if (next === undefined) return fan;
      fan.push(next);
    }
  }

  /** Exchanges two colours along the path that begins at the centre with `one`; `other` is free there. */
  #swap(centre: number, one: number, other: number): void {
    const path: (readonly [number, number, number])[] = [];
    let [at, colour] = [centre, one];
    while (one !== other && !this.#isFree(at, colour)) {
      const end = this.#row(at)[colour] ?? none;
      path.push([at, end, colour]);
      [at, colour] = [end, colour === one ? other : one];
    }
    for (const [a, b, was] of path) this.#strip(a, b, was);
    for (const [a, b, was] of path) this.#paint(a, b, was === one ? other : one);
  }

  /** The first place of the fan, still a fan up to there, where the colour is free. */
  #lastThatTakes(centre: number, fan: readonly number[], colour: number): number {
    const place = fan.findIndex(
      (vertex, at) => this.#isFree(vertex, colour) && this.#isFan(centre, fan.slice(0, at + 1)),
    );
    return Math.max(0, place);
  }

  #isFan(centre: number, fan: readonly number[]): boolean {
    return fan.slice(1).every((vertex, at) => this.#isFree(fan[at] ?? none, this.colourOf(centre, vertex)));
  }

  /** Each edge of the fan takes the colour of the next one, the last takes the new colour. */
  #turn(centre: number, fan: readonly number[], colour: number): void {
    const colours = fan.slice(1).map((vertex) => this.colourOf(centre, vertex));
    for (const [at, was] of colours.entries()) this.#strip(centre, fan[at + 1] ?? none, was);
    for (const [at, vertex] of fan.entries()) this.#paint(centre, vertex, colours[at] ?? colour);
  }
}
