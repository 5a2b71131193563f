/**
 * The use cases: a picture in, a prediction with its explanations out, for programs (the resources) and for people (the
 * page beans). Read {@link org.digitlens.recognition.Recognizer} first.
 */
package org.digitlens.recognition;
