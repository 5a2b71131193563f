/**
 * What every request shares: the JAX-RS application, problem documents (RFC 9457), limits and security headers. Read
 * {@link org.digitlens.web.ProblemMapper} first. Nothing else of the application may be imported here.
 */
package org.digitlens.web;
