/**
 * The linear softmax, which Tribuo learns and writes by itself. Read {@link org.digitlens.training.linear.LinearSoftmax}
 * first. The only package that knows Tribuo's models; must not import DJL.
 */
package org.digitlens.training.linear;
