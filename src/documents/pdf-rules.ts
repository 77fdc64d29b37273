/** One drawn line of a table, in page points: horizontal ones have y1 = y2. */
export type Rule = { x1: number; y1: number; x2: number; y2: number };

type Operators = { fnArray: number[]; argsArray: unknown[] };
type Codes = Record<string, number>;
type Matrix = [number, number, number, number, number, number];
type Point = { x: number; y: number };

/** Thicker fills are backgrounds, not lines. */
const THICKEST = 3;
const SHORTEST = 4;

/** The horizontal and vertical lines that a page draws, from its drawing operators. */
export function readRules(operators: Operators, codes: Codes): Rule[] {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [i, code] of operators.fnArray.entries()) {
    const args = operators.argsArray[i];
    if (code === codes.save) saved.push(matrix);
    else if (code === codes.restore) matrix = saved.pop() ?? [1, 0, 0, 1, 0, 0];
    else if (code === codes.paintFormXObjectBegin && Array.isArray(args)) {
      saved.push(matrix);
      matrix = multiply(matrix, asMatrix(args[0]));
    } else if (code === codes.paintFormXObjectEnd) matrix = saved.pop() ?? [1, 0, 0, 1, 0, 0];
    else if (code === codes.transform) matrix = multiply(matrix, asMatrix(args));
    else if (code === codes.constructPath && Array.isArray(args)) {
      const painted = Number(args[0]);
      const strokes = [codes.stroke, codes.closeStroke, codes.fillStroke, codes.eoFillStroke];
      const fills = [codes.fill, codes.eoFill, codes.fillStroke, codes.eoFillStroke];
      for (const path of subpaths(args[1], matrix)) {
        if (strokes.includes(painted)) rules.push(...edges(path));
        else if (fills.includes(painted)) rules.push(...thin(path));
      }
    }
  }
  return rules;
}

function asMatrix(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(value);
  return [a, b, c, d, e, f];
}

function numbers(value: unknown): number[] {
  return value !== null && typeof value === 'object' ? Object.values(value).map(Number) : [];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** How many coordinates follow each drawing step: move, line, curve, quadratic curve, close. */
const STEP_LENGTH = [2, 2, 6, 4, 0];

function subpaths(data: unknown, m: Matrix): Point[][] {
  const flat = numbers(Array.isArray(data) && typeof data[0] === 'object' ? data[0] : data);
  const paths: Point[][] = [];
  for (let i = 0; i < flat.length; ) {
    const step = flat[i] ?? 4;
    const length = STEP_LENGTH[step] ?? 0;
    const x = flat[i + length - 1] ?? 0;
    const y = flat[i + length] ?? 0;
    const point = { x: m[0] * x + m[2] * y + m[4], y: m[1] * x + m[3] * y + m[5] };
    const open = paths.at(-1);
    if (step === 0) paths.push([point]);
    else if (step === 4 && open?.[0]) open.push(open[0]);
    else if (step === 1) open?.push(point);
    // A curve is no table line: leave a gap.
    else if (open) paths.push([point]);
    i += 1 + length;
  }
  return paths;
}

function edges(path: Point[]): Rule[] {
  return path.slice(1).flatMap((to, i) => {
    const from = path[i];
    return from ? straight(from, to) : [];
  });
}

function straight(a: Point, b: Point): Rule[] {
  const width = Math.abs(a.x - b.x);
  const height = Math.abs(a.y - b.y);
  if (Math.max(width, height) < SHORTEST || Math.min(width, height) > 1) return [];
  const x1 = Math.min(a.x, b.x);
  const y1 = Math.min(a.y, b.y);
  return width > height
    ? [{ x1, y1: (a.y + b.y) / 2, x2: x1 + width, y2: (a.y + b.y) / 2 }]
    : [{ x1: (a.x + b.x) / 2, y1, x2: (a.x + b.x) / 2, y2: y1 + height }];
}

function thin(path: Point[]): Rule[] {
  const xs = path.map((p) => p.x);
  const ys = path.map((p) => p.y);
  const box = {
    x1: Math.min(...xs),
    x2: Math.max(...xs),
    y1: Math.min(...ys),
    y2: Math.max(...ys),
  };
  const width = box.x2 - box.x1;
  const height = box.y2 - box.y1;
  const x = (box.x1 + box.x2) / 2;
  const y = (box.y1 + box.y2) / 2;
  if (height <= THICKEST && width >= SHORTEST) return [{ ...box, y1: y, y2: y }];
  if (width <= THICKEST && height >= SHORTEST) return [{ ...box, x1: x, x2: x }];
  return [];
}
