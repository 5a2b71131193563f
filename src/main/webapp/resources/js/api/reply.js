import {number, text} from '../texts.js';
import {make} from './fields.js';

/** Strings longer than this are shown shortened. */
const LONG = 120;

/** As much of a plain text answer as is shown. */
const MOST = 20000;

/** Shows a real answer: its status, its text, and the pictures in it. */
export async function showReply(place, response, milliseconds) {
    const type = response.headers.get('Content-Type') ?? '';
    const blob = await response.blob();
    const size = text('api.bytes', number(blob.size));
    place.querySelector('.status').textContent =
        text('api.status', response.status, response.statusText || type.split(';')[0], size, number(milliseconds));
    place.dataset.ok = response.ok;
    const pictures = [];
    place.querySelector('pre').textContent = await content(blob, type, pictures);
    place.querySelector('.pictures').replaceChildren(...pictures.map(({name, address}) =>
        make('figure', {}, make('img', {src: address, alt: name}), make('figcaption', {textContent: name}))));
    place.hidden = false;
}

/** Says that there was no answer at all. */
export function showSilence(place) {
    place.querySelector('.status').textContent = text('api.unreachable');
    place.querySelector('pre').textContent = '';
    place.querySelector('.pictures').replaceChildren();
    place.dataset.ok = false;
    place.hidden = false;
}

/** The answer as text; what are pictures in it, or the answer itself if it is one, goes to `pictures`. */
async function content(blob, type, pictures) {
    if (type.startsWith('image/')) {
        pictures.push({name: type, address: URL.createObjectURL(blob)});
        return '';
    }
    const body = await blob.text();
    return /json/.test(type) ? readable(body, pictures) : body.slice(0, MOST);
}

function readable(body, pictures) {
    try {
        return JSON.stringify(JSON.parse(body), (name, value) => shorten(name, value, pictures), 2);
    } catch {
        return body.slice(0, MOST);
    }
}

function shorten(name, value, pictures) {
    if (typeof value !== 'string' || value.length <= LONG) {
        return value;
    }
    const isPicture = value.startsWith('data:image/');
    if (isPicture || value.startsWith('iVBOR')) {
        pictures.push({name, address: isPicture ? value : `data:image/png;base64,${value}`});
        return text('api.shortened', value.slice(0, 40), number(value.length));
    }
    return value;
}
