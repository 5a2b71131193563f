/**
 * Files that hold several pictures: pages of a TIFF or a PDF, entries of a ZIP. Opened with care, as strangers send them, and
 * read page by page. Read {@link org.digitlens.document.DocumentReader} first. Knows nothing of requests or CDI.
 */
package org.digitlens.document;
