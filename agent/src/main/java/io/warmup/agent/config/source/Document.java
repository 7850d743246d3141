package io.warmup.agent.config.source;

import java.util.List;

/**
 * One document of the file.
 *
 * @param fields what it says
 * @param problems what is wrong in it already; of no interest where the document is not chosen
 */
public record Document(ConfigNode.Fields fields, List<Problem> problems) {}
