import {picture} from '../pad/strokes.js';

/** A seven, as a person might draw it. */
const SEVEN = [[[-0.22, -0.28], [-0.1, -0.3], [0.06, -0.29], [0.23, -0.31], [0.16, -0.16], [0.07, 0.02], [0, 0.18], [-0.04, 0.33]]];

/** The drawn sample as a PNG file. */
export async function sampleFile() {
    const blob = await picture(SEVEN.map(stroke => stroke.map(([x, y]) => ({x, y}))));
    return new File([blob], 'seven.png', {type: 'image/png'});
}

/** A file as a data URL. */
export function dataUrl(file) {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result);
        reader.onerror = () => reject(reader.error);
        reader.readAsDataURL(file);
    });
}
