/** The side of what the network saw of a digit, in pixels. */
const INPUT = 28;

/** Ink and paper of a picture that the browser cannot show. */
const INK = [27, 34, 48];
const PAPER = '#fffdf8';

/**
 * Draws a reading's digits where they were found, as the network saw them, on plain paper: for pictures that the browser cannot
 * show. The canvas gets the proportions of the picture, and at most `most` pixels on its longer side.
 */
export async function drawOnPaper(canvas, reading, most) {
    const scale = Math.min(1, most / Math.max(reading.width, reading.height));
    canvas.width = Math.max(1, Math.round(reading.width * scale));
    canvas.height = Math.max(1, Math.round(reading.height * scale));
    const inks = await Promise.all(reading.digits.map(({input}) => inked(input)));
    const context = canvas.getContext('2d');
    context.fillStyle = PAPER;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(scale, scale);
    inks.forEach(({image, left, top, width, height}, i) => {
        const {box} = reading.digits[i];
        context.drawImage(image, left, top, width, height, box.x, box.y, box.width, box.height);
    });
    context.fillStyle = `rgb(${INK})`;
    for (const {box, text} of reading.marks) {
        context.beginPath();
        context.roundRect(box.x, box.y, box.width, box.height, text === '.' ? Math.min(box.width, box.height) / 2 : 0);
        context.fill();
    }
}

/** A digit's input as dark ink on nothing, and where in it the ink is. */
async function inked(address) {
    const input = new Image(INPUT, INPUT);
    input.src = address;
    await input.decode();
    const image = new OffscreenCanvas(INPUT, INPUT);
    const context = image.getContext('2d');
    context.drawImage(input, 0, 0);
    const pixels = context.getImageData(0, 0, INPUT, INPUT);
    const extent = {left: INPUT, top: INPUT, right: 0, bottom: 0};
    for (let i = 0; i < INPUT * INPUT; i++) {
        const ink = pixels.data[4 * i];
        pixels.data.set([...INK, ink], 4 * i);
        if (ink > 0) {
            include(extent, i % INPUT, Math.floor(i / INPUT));
        }
    }
    context.putImageData(pixels, 0, 0);
    const {left, top, right, bottom} = extent;
    return {image, left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top)};
}

function include(extent, x, y) {
    extent.left = Math.min(extent.left, x);
    extent.top = Math.min(extent.top, y);
    extent.right = Math.max(extent.right, x + 1);
    extent.bottom = Math.max(extent.bottom, y + 1);
}
