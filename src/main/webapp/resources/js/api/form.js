import {carriesPicture, isBinary} from './document.js';
import {choice, choices, field, file, make} from './fields.js';
import {text} from '../texts.js';

const MULTIPART = 'multipart/form-data';
const URLENCODED = 'application/x-www-form-urlencoded';

/** The form of one operation: builds its fields from the document, and reads a request out of them. */
export class OperationForm {
    #api;
    #operation;
    #form;
    #sample;

    /** `sample` is {file, url}: the drawn picture as a file and as a data URL. */
    constructor(api, operation, form, sample) {
        this.#api = api;
        this.#operation = operation;
        this.#form = form;
        this.#sample = sample;
        const fields = form.querySelector('.fields');
        fields.append(...operation.parameters.map(parameter => this.#parameter(parameter)));
        if (operation.body) {
            fields.append(...this.#bodyChoice(operation.body));
        }
        const answers = this.#answerTypes();
        if (answers.length > 1) {
            fields.append(field(text('api.answer'), choice('answer-type', answers)));
        }
    }

    /** What the form says now: {method, path, accept, type, body}; body is a File, a string, or a list of [name, value] parts. */
    request() {
        const values = name => [...this.#form.elements].filter(element => element.name === name
            && (element.type !== 'checkbox' || element.checked)).map(element => element.value).filter(value => value !== '');
        let path = this.#operation.path;
        const query = new URLSearchParams();
        for (const {name, in: place} of this.#operation.parameters) {
            const value = values(name).join(',');
            if (place === 'path') {
                path = path.replace(`{${name}}`, encodeURIComponent(value));
            } else if (place === 'query' && value) {
                query.set(name, value);
            }
        }
        const search = query.toString().replaceAll('%2C', ',');
        const accept = this.#form.elements['answer-type']?.value;
        return {method: this.#operation.method, path: search ? `${path}?${search}` : path, accept, ...this.#body()};
    }

    /** The media types that a good answer may have. */
    #answerTypes() {
        return Object.keys(this.#operation.answers.find(({status}) => status === '200')?.content ?? {});
    }

    #parameter({name, description, required, schema: reference}) {
        const schema = this.#api.resolve(reference);
        const items = this.#api.resolve(schema.items);
        if (items.enum) {
            return choices(name, items.enum, {hint: description, chosen: items.enum});
        }
        const usual = String(schema.default ?? schema.example ?? schema.examples?.[0] ?? '');
        const value = required ? usual : '';
        const control = schema.enum ? choice(name, schema.enum.map(String), {chosen: value, any: !required})
            : make('input', {...kind(schema), name, value, placeholder: usual, autocomplete: 'off', spellcheck: false});
        return field(name, control, {hint: description, required});
    }

    #bodyChoice({content, required}) {
        const types = Object.keys(content);
        const pictures = types.filter(type => type.startsWith('image/'));
        const kinds = [
            ...(pictures.length ? [{value: pictures[0], label: text('api.pictures', pictures.map(type => type.slice(6)).join(', '))}] : []),
            ...types.filter(type => !pictures.includes(type)).map(type => ({value: type, label: type}))
        ];
        const select = choice('body-type', kinds);
        const place = make('div', {className: 'body'});
        const show = () => place.replaceChildren(...this.#editor(select.value, this.#api.resolve(content[select.value].schema), content[select.value], required));
        select.addEventListener('change', show);
        show();
        return [field(text('api.body.type'), select, {required}), place];
    }

    #editor(type, schema, {example}, required) {
        if (type.startsWith('image/') || isBinary(schema)) {
            return [file('body', this.#sample.file, {required, accept: type.startsWith('image/') ? 'image/*' : '.pdf,.zip,image/*'})];
        }
        if (type === MULTIPART || type === URLENCODED) {
            return Object.entries(schema.properties ?? {}).map(([name, reference]) =>
                this.#part(name, reference, schema.required?.includes(name)));
        }
        const value = example !== undefined && !carriesPicture({example}) && !this.#holdsPicture(schema) ? example
            : this.#api.example(schema, this.#sample.url);
        const words = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
        return [field(text('api.body'), make('textarea', {name: 'body', value: words, rows: 5, spellcheck: false}), {required})];
    }

    #holdsPicture(schema) {
        return carriesPicture(schema) || Object.values(schema.properties ?? {}).some(part => carriesPicture(this.#api.resolve(part)));
    }

    #part(name, reference, required) {
        const property = this.#api.resolve(reference);
        const multiple = property.type === 'array';
        const schema = multiple ? this.#api.resolve(property.items) : property;
        if (isBinary(schema)) {
            return file(`part-${name}`, this.#sample.file, {label: name, required, multiple, accept: multiple ? '' : 'image/*'});
        }
        const value = String(this.#api.example(schema, this.#sample.url));
        const control = value.length > 60 ? make('textarea', {value, rows: 4}) : make('input', {value, type: 'text'});
        return field(name, Object.assign(control, {name: `part-${name}`, spellcheck: false}), {hint: property.description, required});
    }

    #body() {
        const type = this.#form.elements['body-type']?.value;
        if (!type) {
            return {};
        }
        if (type === MULTIPART || type === URLENCODED) {
            const parts = [...this.#form.elements].filter(element => element.name.startsWith('part-'))
                .flatMap(element => this.#values(element).map(value => [element.name.slice(5), value]));
            return {type, body: parts};
        }
        const [body] = this.#values(this.#form.elements.body);
        return {type: body instanceof File ? body.type || type : type, body};
    }

    #values(element) {
        if (element.type !== 'file') {
            return [element.value];
        }
        return element.files.length ? [...element.files] : [this.#sample.file];
    }
}

function kind({type, minimum = '', maximum = ''}) {
    return type === 'integer' ? {type: 'number', min: minimum, max: maximum} : {type: 'text'};
}
