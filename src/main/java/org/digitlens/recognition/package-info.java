/**
 * The use cases: a picture in, a prediction with its explanations out, or the predictions of all models; and what is known
 * of the models. For programs (the resources) and for people (the page beans). Read {@link
 * org.digitlens.recognition.Recognizer} first, then {@link org.digitlens.recognition.ModelResource}.
 */
package org.digitlens.recognition;
