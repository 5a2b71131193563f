import {text} from '../texts.js';

let count = 0;

/** An element with these properties and children. */
export function make(name, properties = {}, ...children) {
    const element = document.createElement(name);
    Object.assign(element, properties);
    element.append(...children);
    return element;
}

/** A labelled control with a hint below it. */
export function field(label, control, {hint, required} = {}) {
    control.id ||= `field-${++count}`;
    const note = make('span', {className: 'need', textContent: text(required ? 'api.required' : 'api.optional')});
    const box = make('div', {className: 'field'}, make('label', {htmlFor: control.id}, `${label} `, note), control);
    if (hint) {
        const words = make('p', {className: 'hint', id: `${control.id}-hint`, textContent: hint});
        control.setAttribute('aria-describedby', words.id);
        box.append(words);
    }
    return box;
}

/** A choice of one value; `any` adds the choice of none. */
export function choice(name, values, {chosen = '', any = false} = {}) {
    const options = values.map(value => new Option(value.label ?? value, value.value ?? value));
    const select = make('select', {name}, ...(any ? [new Option(text('api.any'), '')] : []), ...options);
    select.value = chosen || (any ? '' : options[0].value);
    return select;
}

/** A choice of any number of values, which a request joins with commas. */
export function choices(name, values, {hint, chosen = []} = {}) {
    const boxes = values.map(value => make('label', {},
        make('input', {type: 'checkbox', name, value, checked: chosen.includes(value)}), make('span', {textContent: value})));
    return make('fieldset', {className: 'field choices'}, make('legend', {textContent: name}),
        make('div', {className: 'row'}, ...boxes), ...(hint ? [make('p', {className: 'hint', textContent: hint})] : []));
}

/** A chooser of a file, or of several, that falls back to the drawn sample, which it shows. */
export function file(name, sample, {label = text('api.file'), required, multiple = false, accept = ''} = {}) {
    const control = make('input', {type: 'file', name, multiple, accept});
    const image = make('img', {src: URL.createObjectURL(sample), alt: '', width: 72, height: 72});
    const box = field(label, control, {hint: text('api.file.sample'), required});
    const hint = box.querySelector('.hint');
    hint.prepend(image);
    control.addEventListener('change', () => hint.hidden = control.files.length > 0);
    return box;
}
