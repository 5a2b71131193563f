/**
 * What is known of models, as pages to read: {@link org.digitlens.training.report.ModelTable} of all of them,
 * {@link org.digitlens.training.report.ModelPage} of each, and {@link org.digitlens.training.report.Charts}, the only one
 * that knows the application's charts. Everything comes out of manifest.json and report.json; nothing is measured here.
 */
package org.digitlens.training.report;
