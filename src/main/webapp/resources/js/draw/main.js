/** The drawing page: puts pad, files, choice of model and answers together. */
import {dark} from '../look.js';
import {Conversation} from '../pad/conversation.js';
import {Intake} from '../pad/intake.js';
import {Notice} from '../pad/notice.js';
import {Pad} from '../pad/pad.js';
import {browserShows} from '../read/formats.js';
import {Pile} from '../read/pile.js';
import {Viewer} from '../read/viewer.js';
import {address, Turns} from '../server.js';
import {Answer} from './answer.js';
import {ModelChoice} from './choice.js';
import {describeLayer} from './layers.js';
import {WideSwitch} from './wide.js';

/** Where maps are laid out for a narrow screen, as in draw.css. */
const narrow = matchMedia('(max-width: 30rem)');

const $ = selector => document.querySelector(selector);
const page = $('#main');
const choice = new ModelChoice();
new WideSwitch();
const viewer = new Viewer();
const pad = new Pad(viewer);
const intake = new Intake($('#sheet'), [[$('#upload'), $('#file')], [$('#camera'), $('#shot')]]);
const notice = new Notice();
const conversation = new Conversation(notice);
const answer = new Answer(conversation, choice, viewer, narrow);
const pile = new Pile(() => question());
const drawing = new Turns();

function question() {
    return address('api/v1/readings', {model: choice.model});
}

function wait(key = 'answer.waiting.detail') {
    answer.clear(choice.words(key));
}

/** Reads what is drawn. */
async function readDrawing() {
    begin();
    pile.leave();
    if (pad.empty) {
        wait();
        return;
    }
    const picture = await pad.picture();
    const failure = await conversation.ask(question(), picture, drawing, reading => answer.show(reading, picture), readDrawing);
    if (failure) {
        wait();
    }
}

/** What was asked or said before does not matter any more. */
function begin() {
    drawing.end();
    conversation.stop();
    notice.hide();
}

/** Reads the picture on the sheet again, or the drawing. */
function predict() {
    if (viewer.covering) {
        pile.repeat();
    } else if (pad.empty) {
        wait('answer.nothing');
    } else {
        readDrawing();
    }
}

/** Takes on files; a single picture is shown even before it is read, and one that is none leaves everything as it is. */
function take({sources, more}) {
    const [source, ...others] = sources;
    const single = others.length === 0 && !pile.shown;
    if (single && source.problem) {
        notice.show(source.problem.title, source.problem.detail);
        return;
    }
    begin();
    if (single) {
        page.dataset.asking = '';
        if (browserShows(source)) {
            viewer.cover(source.file, source.name);
        }
    }
    pile.add(sources, more);
    pad.tidy();
}

function show({source, name, page: number, reading}) {
    begin();
    viewer.show(browserShows(source) && !(number > 1) ? source.file : null, name, reading);
    pad.tidy();
    answer.show(reading);
}

/** A single file cannot be read: what was drawn before is there again. */
function fail({problem}) {
    begin();
    viewer.remove();
    pad.tidy();
    if (answer.drawn) {
        answer.mark();
    } else {
        wait();
    }
    notice.show(problem.title, problem.detail, problem.again ? () => pile.again(true) : null);
    if (!problem.again) {
        pile.leave();
    }
}

pad.addEventListener('start', () => viewer.fade(true));
pad.addEventListener('change', () => readDrawing());
pad.addEventListener('predict', predict);
pad.addEventListener('tap', event => {
    const index = answer.at(event.detail);
    if (index !== undefined) {
        event.preventDefault();
        answer.open(index);
    }
});
intake.addEventListener('files', ({detail}) => take(detail));
intake.addEventListener('refuse', ({detail: {title, detail}}) => notice.show(title, detail));
pile.addEventListener('open', ({detail}) => show(detail));
pile.addEventListener('fail', ({detail}) => fail(detail));
pile.addEventListener('clear', () => {
    viewer.remove();
    readDrawing();
});
choice.addEventListener('change', () => {
    describeLayer(narrow, !answer.explained);
    if (!viewer.covering) {
        readDrawing();
    }
    pile.again(viewer.covering);
});
page.addEventListener('change', ({target: {name, value}}) => {
    if (name === 'layer') {
        describeLayer(narrow, !answer.explained);
        answer.explain('activations', {layer: value});
    } else if (name === 'target') {
        answer.explain('cam', {target: value});
    }
});
narrow.addEventListener('change', () => {
    describeLayer(narrow, !answer.explained);
    if (choice.explanations.includes('activations')) {
        answer.explain('activations', {layer: $('input[name=layer]:checked')?.value});
    }
});
dark.addEventListener('change', () => {
    pad.redraw();
    answer.redraw($('input[name=target]:checked')?.value);
});
if (navigator.clipboard?.read) {
    $('#paste').hidden = false;
    $('#paste').addEventListener('click', () => intake.paste());
}

describeLayer(narrow, true);
wait();
page.dataset.ready = '';
