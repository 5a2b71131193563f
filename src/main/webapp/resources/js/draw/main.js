/** The drawing page: puts pad, choice of model, questions and answers together. */
import {dark, look} from '../look.js';
import {Conversation} from '../pad/conversation.js';
import {Notice} from '../pad/notice.js';
import {Pad} from '../pad/pad.js';
import {address, Turns} from '../server.js';
import {text} from '../texts.js';
import {ModelChoice} from './choice.js';
import {columns} from './grid.js';
import {Result} from './result.js';

const CHART_UNITS = 640;

/** Where maps are laid out for a narrow screen, as in draw.css. */
const narrow = matchMedia('(max-width: 30rem)');

const $ = selector => document.querySelector(selector);
const page = $('#main');
const choice = new ModelChoice();
const pad = new Pad();
const result = new Result();
const notice = new Notice();
const conversation = new Conversation(pad, notice);
const everything = new Turns();
const parts = {activations: new Turns(), cam: new Turns()};

function chosen(group) {
    return $(`input[name=${group}]:checked`)?.value;
}

function question(wish) {
    return address('api/v1/predictions', {model: choice.model, grid: narrow.matches ? 'square' : 'wide', ...wish, ...look($('.chart .plot'), CHART_UNITS)});
}

/** Asks for the whole answer; `target` keeps the class activation map on a label of the person's choice. */
async function ask(target) {
    [everything, ...Object.values(parts)].forEach(turns => turns.end());
    conversation.stop();
    notice.hide();
    if (pad.empty) {
        result.clear(choice.words('answer.waiting.detail'));
        return;
    }
    const wish = {explain: choice.explanations.join(), layer: chosen('layer'), target};
    if (await conversation.ask(question(wish), everything, answer => result.show(answer, target), () => ask(target))) {
        result.clear(choice.words('answer.waiting.detail'));
    }
}

/** Asks for one kind of explanation again, with another layer or another target. */
function explain(kind, wish) {
    if (result.answer?.explanations) {
        conversation.ask(question({explain: kind, ...wish}), parts[kind],
            answer => result.explain(answer, [kind], wish.target), () => explain(kind, wish));
    }
}

function predict() {
    if (pad.empty) {
        result.clear(choice.words('answer.nothing'));
    } else {
        ask();
    }
}

function describeLayer() {
    const {channels, height, width} = $('input[name=layer]:checked')?.dataset ?? {};
    $('#layer-size').textContent = channels ? text('maps.size', channels, height, width) : '';
    if (channels) {
        rule($('.maps .plot'), Number(channels));
    }
}

/** Rules the place of the maps into as many tiles as there will be maps. */
function rule(place, maps) {
    const across = columns(maps, narrow.matches ? 1 : 2);
    place.style.setProperty('--columns', across);
    place.style.setProperty('--rows', maps / across);
    if (!result.answer) {
        place.style.aspectRatio = '';
    }
}

pad.addEventListener('change', () => ask());
pad.addEventListener('predict', predict);
pad.addEventListener('refuse', ({detail: {title, detail}}) => notice.show(title, detail));
choice.addEventListener('change', () => {
    describeLayer();
    ask();
});
page.addEventListener('change', ({target: {name}}) => {
    if (name === 'layer') {
        describeLayer();
        explain('activations', {layer: chosen('layer')});
    } else if (name === 'target') {
        explain('cam', {target: chosen('target')});
    }
});
narrow.addEventListener('change', () => {
    describeLayer();
    if (choice.explanations.includes('activations')) {
        explain('activations', {layer: chosen('layer')});
    }
});
dark.addEventListener('change', () => {
    pad.redraw();
    if (result.answer) {
        ask(chosen('target'));
    }
});

describeLayer();
result.clear(choice.words('answer.waiting.detail'));
page.dataset.ready = '';
