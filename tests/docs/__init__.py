"""The docs do what they say: blocks run, links lead somewhere, figures are those of the benchmarks, the site builds."""
