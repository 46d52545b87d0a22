/** Our own key in a signature field (second-class name, ISO 32000-1 annex E): its turn, from 1. Fields of one turn may be signed in any order. */
export const orderKey = 'OBIEG_Order';
