/** The page Compare: one picture, the answers of all models side by side, and where they disagree. */
import {dark} from '../look.js';
import {Conversation} from '../pad/conversation.js';
import {Notice} from '../pad/notice.js';
import {Pad} from '../pad/pad.js';
import {Upload} from '../pad/upload.js';
import {Verdict} from '../pad/verdict.js';
import {address, Turns} from '../server.js';
import {text} from '../texts.js';
import {Rivals} from './rivals.js';
import {summary} from './summary.js';

const upload = new Upload();
const pad = new Pad(upload);
const notice = new Notice();
const conversation = new Conversation(notice);
const verdict = new Verdict();
const rivals = new Rivals();
const turns = new Turns();

function clear(detail = text('compare.waiting')) {
    verdict.say({state: 'empty', headline: text('answer.waiting'), detail});
    rivals.clear();
}

function show(answer) {
    verdict.say({...summary({...answer, models: answer.models.filter(({model}) => rivals.counts(model))}), input: answer.input});
    rivals.show(answer.models);
}

async function ask() {
    turns.end();
    conversation.stop();
    notice.hide();
    if (pad.empty || await conversation.ask(address('api/v1/comparisons'), upload.file ?? pad.picture(), turns, show, ask)) {
        clear();
    }
}

pad.addEventListener('change', () => ask());
pad.addEventListener('predict', () => pad.empty ? clear(text('answer.nothing')) : ask());
upload.addEventListener('picture', () => {
    pad.tidy();
    ask();
});
upload.addEventListener('refuse', ({detail: {title, detail}}) => notice.show(title, detail));
dark.addEventListener('change', () => pad.redraw());

document.querySelector('#main').dataset.ready = '';
