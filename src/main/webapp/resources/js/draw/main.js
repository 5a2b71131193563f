/** The drawing page: puts sheet, uploads, questions and answers together. */
import {text} from '../texts.js';
import {KeyboardPen} from './keyboard.js';
import {Notice} from './notice.js';
import {Failure, Predictions, Turns} from './predictions.js';
import {Result} from './result.js';
import {Sheet} from './sheet.js';
import {Upload} from './upload.js';

const $ = selector => document.querySelector(selector);
const page = $('#main');
const sheet = new Sheet($('#ink'));
const upload = new Upload({button: $('#upload'), input: $('#file'), place: $('#sheet'), limit: Number(page.dataset.limit)});
const predictions = new Predictions(document.documentElement.dataset.root, page.dataset.model);
const result = new Result();
const notice = new Notice();
const dark = matchMedia('(prefers-color-scheme: dark)');
const everything = new Turns();
const parts = {activations: new Turns(), cam: new Turns()};
const hasClassActivation = $('#cam') !== null;

new KeyboardPen(sheet, $('#ink'), $('#cursor'));

/** How the charts should look here: the theme, and the pixels that their place on this screen needs. */
function look() {
    const pixels = $('.chart .plot').clientWidth * devicePixelRatio;
    return {theme: dark.matches ? 'dark' : 'light', scale: Math.max(1, Math.min(3, Math.ceil(pixels / 640 - 0.2)))};
}

function chosen(group) {
    return $(`input[name=${group}]:checked`)?.value;
}

/** What the server is asked about: the uploaded picture, or what is drawn. */
async function picture() {
    return upload.file ?? sheet.picture();
}

/** Runs one question in a turn of its own; `apply` sees the answer only while no newer turn has begun. */
async function converse(turns, wish, apply, again) {
    const signal = turns.begin();
    result.asking();
    try {
        const answer = await predictions.ask(await picture(), {...wish, ...look()}, signal);
        if (!signal.aborted) {
            notice.hide();
            apply(answer);
        }
    } catch (error) {
        if (error instanceof Failure && !signal.aborted) {
            notice.failed(error, again);
            return error;
        }
    } finally {
        if (!signal.aborted) {
            result.asked();
        }
    }
}

function stop() {
    [everything, ...Object.values(parts)].forEach(turns => turns.end());
    result.asked();
    notice.hide();
}

/** Asks for the whole answer; `target` keeps the class activation map on a label of the person's choice. */
async function ask(target) {
    stop();
    tidy();
    if (sheet.empty && !upload.file) {
        result.clear();
        return;
    }
    const explain = hasClassActivation ? 'probabilities,activations,cam' : 'probabilities,activations';
    const failure = await converse(everything, {explain, layer: chosen('layer'), target}, answer => result.show(answer, target),
        () => ask(target));
    if (failure) {
        result.clear();
    }
}

/** Asks for one kind of explanation again, with another layer or another target. */
function explain(kind, wish) {
    if (result.answer?.explanations) {
        converse(parts[kind], {explain: kind, ...wish},
            answer => result.explain(answer, [kind], wish.target), () => explain(kind, wish));
    }
}

/** Dims what has nothing to do. */
function tidy() {
    const nothing = sheet.empty && !upload.file;
    $('#sheet').classList.toggle('blank', nothing);
    $('#undo').ariaDisabled = $('#clear').ariaDisabled = String(nothing);
}

function undo() {
    if (upload.file) {
        upload.remove();
    } else {
        sheet.undo();
    }
    ask();
}

function clear() {
    upload.remove();
    sheet.clear();
    ask();
}

function predict() {
    if (sheet.empty && !upload.file) {
        result.clear(text('answer.nothing'));
    } else {
        ask();
    }
}

function describeLayer() {
    const {channels, height, width} = $('input[name=layer]:checked')?.dataset ?? {};
    $('#layer-size').textContent = channels ? text('maps.size', channels, height, width) : '';
}

sheet.addEventListener('start', () => {
    if (upload.file) {
        upload.remove();
        sheet.clear();
    }
    $('#sheet').classList.remove('blank');
});
sheet.addEventListener('lift', () => ask());
upload.addEventListener('picture', () => ask());
upload.addEventListener('refuse', ({detail: {title, detail}}) => notice.show(title, detail));
$('#undo').addEventListener('click', undo);
$('#clear').addEventListener('click', clear);
$('#predict').addEventListener('click', predict);
$('#layers').addEventListener('change', () => {
    describeLayer();
    explain('activations', {layer: chosen('layer')});
});
$('#targets')?.addEventListener('change', () => explain('cam', {target: chosen('target')}));
addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z') {
        event.preventDefault();
        undo();
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && event.target === $('#ink')) {
        event.preventDefault();
        clear();
    }
});
dark.addEventListener('change', () => {
    sheet.redraw();
    if (result.answer) {
        ask(chosen('target'));
    }
});

/** Lets the keyboard scroll the maps where they are wider than the screen, and fades the edge beyond which there are more. */
function tellOfMore() {
    const maps = $('#maps-scroll');
    maps.tabIndex = maps.scrollWidth > maps.clientWidth ? 0 : -1;
    maps.classList.toggle('more', maps.scrollLeft + maps.clientWidth < maps.scrollWidth - 1);
}

new ResizeObserver(tellOfMore).observe($('#maps-scroll'));
$('#maps-scroll').addEventListener('scroll', tellOfMore, {passive: true});
$('#activations').addEventListener('load', tellOfMore);

const firstLayer = $('input[name=layer]');
if (firstLayer) {
    firstLayer.checked = true;
}
describeLayer();
tidy();
page.dataset.ready = '';
