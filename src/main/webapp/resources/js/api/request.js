const MULTIPART = 'multipart/form-data';

/** Sends a request of the form {method, path, accept, type, body} to the application at `root`. */
export function send(root, {method, path, accept, type, body}) {
    const address = new URL(path.replace(/^\//, ''), root);
    const headers = accept ? {'Accept': accept} : {};
    if (body === undefined) {
        return fetch(address, {method, headers});
    }
    if (!Array.isArray(body)) {
        return fetch(address, {method, body, headers: {...headers, 'Content-Type': type}});
    }
    if (type === MULTIPART) {
        const form = new FormData();
        body.forEach(([name, value]) => form.append(name, value));
        return fetch(address, {method, headers, body: form});
    }
    return fetch(address, {method, headers, body: new URLSearchParams(body)});
}

/** The same request as a command line. */
export function curl(root, {method, path, accept, type, body}) {
    const words = ['curl'];
    if (method !== 'GET' && !(method === 'POST' && body !== undefined)) {
        words.push(`-X ${method}`);
    }
    words.push(quote(String(new URL(path.replace(/^\//, ''), root))));
    if (accept) {
        words.push(`-H ${quote(`Accept: ${accept}`)}`);
    }
    if (Array.isArray(body)) {
        words.push(...body.map(([name, value]) => part(type, name, value)));
    } else if (body !== undefined) {
        words.push(`-H ${quote(`Content-Type: ${type}`)}`);
        words.push(body instanceof File ? `--data-binary ${quote(`@${body.name}`)}` : `--data-binary ${quote(body)}`);
    }
    return words.join(words.length > 2 ? ' \\\n  ' : ' ');
}

function part(type, name, value) {
    if (type === MULTIPART) {
        return `-F ${quote(value instanceof File ? `${name}=@${value.name}` : `${name}=${value}`)}`;
    }
    return `--data-urlencode ${quote(`${name}=${value}`)}`;
}

function quote(words) {
    return `'${words.replaceAll("'", `'\\''`)}'`;
}
