/** Reads an OpenAPI 3.1 document whose references all point into itself. */
export class ApiDocument {
    #document;

    constructor(document) {
        this.#document = document;
    }

    static async load(address) {
        const response = await fetch(address, {headers: {'Accept': 'application/json'}});
        if (!response.ok) {
            throw new Error(`${address}: ${response.status}`);
        }
        return new ApiDocument(await response.json());
    }

    /** Every operation in the document's order: {id, tag, method, path, summary, description, parameters, body, answers}. */
    get operations() {
        const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];
        return Object.entries(this.#document.paths ?? {}).flatMap(([path, item]) => methods
            .filter(method => method in item)
            .map(method => this.#operation(method, path, item)));
    }

    /** What a reference stands for; anything else is itself. */
    resolve(value) {
        let resolved = value;
        while (resolved?.$ref) {
            resolved = resolved.$ref.replace(/^#\//, '').split('/')
                .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
                .reduce((node, step) => node?.[step], this.#document);
        }
        return resolved ?? {};
    }

    /** A value that fits a schema; `picture` stands in for a string that carries a picture. */
    example(reference, picture, depth = 0) {
        const schema = this.resolve(reference);
        if (carriesPicture(schema)) {
            return picture;
        }
        const given = schema.example ?? schema.examples?.[0] ?? schema.default ?? schema.const ?? schema.enum?.[0];
        if (given !== undefined) {
            return given;
        }
        if (schema.properties && depth < 5) {
            return Object.fromEntries(Object.entries(schema.properties)
                .map(([name, property]) => [name, this.example(property, picture, depth + 1)]));
        }
        return {array: [], object: {}, number: 0, integer: 0, boolean: false}[[schema.type].flat()[0]] ?? '';
    }

    #operation(method, path, item) {
        const {summary, description, tags, parameters = [], requestBody, responses = {}} = item[method];
        return {
            id: `${method}${path.replace(/[^a-z0-9]+/gi, '-')}`,
            tag: tags?.[0],
            method: method.toUpperCase(),
            path,
            summary,
            description,
            parameters: [...(item.parameters ?? []), ...parameters].map(parameter => this.resolve(parameter)),
            body: requestBody && this.resolve(requestBody),
            answers: Object.entries(responses).map(([status, answer]) => ({status, ...this.resolve(answer)}))
        };
    }
}

/** Whether a string holds a picture as text: base64 or a data URL. */
export function carriesPicture(schema) {
    const example = schema.example ?? schema.examples?.[0];
    return schema.contentMediaType?.startsWith('image/') || String(example ?? '').startsWith('data:image/');
}

/** Whether a schema stands for bytes. */
export function isBinary(schema) {
    return schema.format === 'binary' || schema.contentMediaType === 'application/octet-stream';
}
