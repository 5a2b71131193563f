import {megabytes, text} from '../texts.js';

export const ARCHIVE = 'application/zip';

/** What is read, by the endings of names; `application/octet-stream` leaves it to the server to say what it is. */
const TYPES = {
    png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', jfif: 'image/jpeg', gif: 'image/gif', bmp: 'image/bmp',
    webp: 'image/webp', tif: 'image/tiff', tiff: 'image/tiff', pdf: 'application/pdf', zip: ARCHIVE,
    heic: 'application/octet-stream', heif: 'application/octet-stream', avif: 'application/octet-stream'
};
const KNOWN = new Set(Object.values(TYPES));

/**
 * A file ready to be sent: {file, name, type}, where `file` has the content type to send, or with a `problem` {title, detail}
 * the reason why it is not worth sending. Limits are {file, archive} in bytes; `name` may lead through folders.
 */
export function source(file, name, limits) {
    const type = kind(file, name);
    const refused = (reason, ...values) => ({file, name, type,
        problem: {title: text(`upload.${reason}`), detail: text(`upload.${reason}.detail`, name, ...values)}});
    const limit = type === ARCHIVE ? limits.archive : limits.file;
    if (!type) {
        return refused('unsupported');
    } else if (file.size === 0) {
        return refused('empty');
    } else if (file.size > limit) {
        return refused('large', megabytes(file.size), megabytes(limit));
    }
    return {file: file.slice(0, file.size, type), name, type};
}

/** The content type to send; undefined for what is surely no picture. */
function kind(file, name) {
    const ending = /\.([^./]+)$/.exec(name)?.[1].toLowerCase();
    if (KNOWN.has(file.type)) {
        return file.type;
    }
    return TYPES[ending] ?? (file.type || ending ? undefined : 'application/octet-stream');
}
