// Package house holds no program, only the tests that keep the house as it was
// planned: who may import whom, what a screen may not do, how long a file may
// grow. They read source files and run in milliseconds.
package house
