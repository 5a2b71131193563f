/**
 * The command line. {@link org.digitlens.training.command.TrainingTool} is the entry; one class a command. The only package
 * that prints, and that knows where things usually lie.
 */
package org.digitlens.training.command;
