/** The page Models: sorts the table, fills in what the server is still measuring, and opens what the address names. */
import {Latencies} from './latencies.js';
import {SortableTable} from '../sortable.js';

const table = new SortableTable(document.querySelector('#overview'), document.querySelector('#sorted'));

/** Opens the card of a model that a link leads to. */
function open() {
    const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (card instanceof HTMLDetailsElement) {
        card.open = true;
        card.scrollIntoView();
    }
}

addEventListener('hashchange', open);
open();
new Latencies(document.querySelectorAll('.latency'), () => table.sort()).fill();
document.querySelector('#main').dataset.ready = '';
