import {text} from '../texts.js';
import {columns} from './grid.js';

const $ = selector => document.querySelector(selector);

/** Says how many maps the chosen layer has, and rules their place into as many tiles; `empty` while there is no picture of them. */
export function describeLayer(narrow, empty) {
    const {channels, height, width} = $('input[name=layer]:checked')?.dataset ?? {};
    $('#layer-size').textContent = channels ? text('maps.size', channels, height, width) : '';
    if (channels) {
        rule($('.maps .plot'), Number(channels), narrow.matches ? 1 : 2, empty);
    }
}

function rule(place, maps, proportions, empty) {
    const across = columns(maps, proportions);
    place.style.setProperty('--columns', across);
    place.style.setProperty('--rows', maps / across);
    if (empty) {
        place.style.aspectRatio = '';
    }
}
