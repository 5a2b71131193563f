/**
 * The battery: what an attacker sends to the running server, an attack a test. Each says which answer it expects, a drawn
 * seven must be read correctly meanwhile or at once after, and after each class' attacks the server's heap and threads must
 * be back where they were. Read {@link org.digitlens.attack.AttackTest} first; what came out stands in docs/attacks.md.
 */
package org.digitlens.attack;
