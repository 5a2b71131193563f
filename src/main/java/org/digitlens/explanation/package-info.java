/**
 * Why a network answered as it did, in numbers; {@code chart} makes pictures of them. Read {@link
 * org.digitlens.explanation.ClassActivationMap} first. Of the application only {@code imaging} and {@code classifier}
 * may be imported.
 */
package org.digitlens.explanation;
