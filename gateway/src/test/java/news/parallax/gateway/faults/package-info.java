/** Knows what the running system may lose while processes die, networks break and disks are slow: nothing. */
package news.parallax.gateway.faults;
