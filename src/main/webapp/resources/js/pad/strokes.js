/**
 * Ink as strokes. A point is {x, y} in units of the sheet's shorter side, with (0, 0) at the sheet's centre,
 * so a drawing keeps its shape when the sheet changes its size or its proportions.
 */

/** How wide the pen is, in units of the sheet's shorter side. */
export const PEN = 0.065;

/** How many pixels the shorter side of the picture has that goes to the server. */
const PICTURE_SIDE = 280;

/** The strokes on the sheet, the last of them possibly still being drawn. */
export class Strokes {
    #finished = [];
    #current = null;

    get all() {
        return this.#current ? [...this.#finished, this.#current] : this.#finished;
    }

    get empty() {
        return this.all.length === 0;
    }

    get drawing() {
        return this.#current !== null;
    }

    /** Whether the stroke being drawn has stayed within this distance of where it began. */
    still(distance) {
        const [first] = this.#current ?? [];
        return Boolean(first) && this.#current.every(({x, y}) => Math.hypot(x - first.x, y - first.y) <= distance);
    }

    begin(point) {
        this.finish();
        this.#current = [point];
    }

    extend(points) {
        this.#current?.push(...points);
    }

    finish() {
        if (this.#current) {
            this.#finished = [...this.#finished, this.#current];
            this.#current = null;
        }
    }

    undo() {
        this.finish();
        this.#finished = this.#finished.slice(0, -1);
    }

    clear() {
        this.#finished = [];
        this.#current = null;
    }
}

/** Paints strokes over a context of this width and height in pixels, made smaller by `zoom`. */
export function paint(context, strokes, {width, height, ink, zoom = 1}) {
    const side = Math.min(width, height) * zoom;
    context.lineCap = context.lineJoin = 'round';
    context.lineWidth = PEN * side;
    context.strokeStyle = context.fillStyle = ink;
    for (const stroke of strokes) {
        trace(context, stroke.map(point => ({x: width / 2 + point.x * side, y: height / 2 + point.y * side})));
    }
}

/** One smooth line: quadratic curves from midpoint to midpoint, with the drawn points as their controls. */
function trace(context, points) {
    const [first, ...rest] = points;
    const last = points[points.length - 1];
    context.beginPath();
    if (points.every(point => point.x === first.x && point.y === first.y)) {
        context.arc(first.x, first.y, context.lineWidth / 2, 0, 2 * Math.PI);
        context.fill();
        return;
    }
    context.moveTo(first.x, first.y);
    for (let i = 0; i < rest.length - 1; i++) {
        const middle = {x: (rest[i].x + rest[i + 1].x) / 2, y: (rest[i].y + rest[i + 1].y) / 2};
        context.quadraticCurveTo(rest[i].x, rest[i].y, middle.x, middle.y);
    }
    context.lineTo(last.x, last.y);
    context.stroke();
}

/** The strokes as a PNG, dark on white, in the proportions width / height of the sheet. */
export function picture(strokes, proportions = 1, zoom = 1) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(PICTURE_SIDE * Math.max(1, proportions));
    canvas.height = Math.round(PICTURE_SIDE / Math.min(1, proportions));
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    paint(context, strokes, {width: canvas.width, height: canvas.height, ink: '#000', zoom});
    return new Promise(resolve => canvas.toBlob(resolve, 'image/png'));
}
