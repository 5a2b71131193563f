/**
 * The pages in a real browser, against the deployed application. Read {@link org.digitlens.page.DrawingIT} first: a
 * {@link org.digitlens.page.DrawingPage} is what a person does and sees. {@link org.digitlens.page.Chromium} says what a
 * machine without a browser has to install. With {@code -Ddigitlens.screenshots=true}, pictures of the pages at every
 * size and theme go to {@code target/screenshots}.
 */
package org.digitlens.page;
