/** What the browser cannot show, or not each page of it. */
const HIDDEN = new Set(['image/tiff', 'application/pdf', 'application/zip']);

/** Whether it is worth trying to show this source's file as a picture. */
export function browserShows({type}) {
    return type !== undefined && !HIDDEN.has(type);
}
