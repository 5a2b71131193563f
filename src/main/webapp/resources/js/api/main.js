/** The API page: renders the application's OpenAPI document and lets a person try every call in it. */
import {text} from '../texts.js';
import {ApiDocument} from './document.js';
import {make} from './fields.js';
import {OperationForm} from './form.js';
import {showReply, showSilence} from './reply.js';
import {curl, send} from './request.js';
import {dataUrl, sampleFile} from './sample.js';

const root = new URL(document.documentElement.dataset.root, location.href);
const operations = document.querySelector('#operations');
const contents = document.querySelector('#contents');

function render(api, operation, sample) {
    const article = document.querySelector('#operation').content.cloneNode(true).firstElementChild;
    const $ = selector => article.querySelector(selector);
    article.id = operation.id;
    $('.method').textContent = operation.method;
    $('.method').classList.add(operation.method.toLowerCase());
    $('.path').textContent = operation.path;
    $('.summary').textContent = operation.summary ?? '';
    $('.description').textContent = operation.description ?? '';
    $('.answers').append(...operation.answers.flatMap(({status, description}) =>
        [make('dt', {textContent: status}), make('dd', {textContent: description ?? ''})]));
    const form = new OperationForm(api, operation, $('form'), sample);
    const showCommand = () => $('.curl pre').textContent = curl(root, form.request());
    showCommand();
    $('form').addEventListener('input', showCommand);
    $('form').addEventListener('change', showCommand);
    $('form').addEventListener('submit', event => {
        event.preventDefault();
        attempt(form.request(), $('.reply'));
    });
    $('.copy').addEventListener('click', ({target}) => copy($('.curl pre').textContent, target));
    return article;
}

async function attempt(request, place) {
    const begun = performance.now();
    try {
        const response = await send(root, request);
        await showReply(place, response, Math.round(performance.now() - begun));
    } catch {
        showSilence(place);
    }
}

async function copy(command, button) {
    const label = button.textContent;
    await navigator.clipboard?.writeText(command);
    button.textContent = text('api.copied');
    setTimeout(() => button.textContent = label, 1500);
}

function link({id, method, path}) {
    return make('li', {}, make('a', {href: `#${id}`},
        make('span', {className: `method ${method.toLowerCase()}`, textContent: method}), ' ', make('code', {textContent: path})));
}

try {
    const api = await ApiDocument.load(new URL('openapi', root));
    const file = await sampleFile();
    const sample = {file, url: await dataUrl(file)};
    const groups = Map.groupBy?.(api.operations, ({tag}) => tag) ?? new Map([[undefined, api.operations]]);
    operations.replaceChildren();
    for (const [tag, members] of groups) {
        const title = tag ?? text('api.untagged');
        contents.append(make('p', {textContent: title}), make('ul', {}, ...members.map(link)));
        operations.append(make('section', {}, make('h2', {textContent: title}),
            ...members.map(operation => render(api, operation, sample))));
    }
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
} catch {
    operations.replaceChildren(make('div', {className: 'card', role: 'alert'},
        make('p', {className: 'failure', textContent: text('api.failure')}), make('p', {textContent: text('api.failure.detail')})));
}

document.querySelector('#main').dataset.ready = '';
